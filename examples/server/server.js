/** Renders the portal's pages. A gateway in front sends `/api` to the backend; API says where that is. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { fragments, renderPage } from './pages.js';

const { PORT = '3000', API = 'http://127.0.0.1:8080/api' } = process.env;

/** What lies in a package, by the address that it has here. */
const fileOf = (pathname) => {
  if (pathname === '/site.js') return new URL('site.js', import.meta.url);
  if (pathname === '/htmx.js') return import.meta.resolve('htmx.org/dist/htmx.min.js');
  if (pathname.startsWith('/golive-elements/')) {
    const file = pathname.slice('/golive-elements/'.length);
    return import.meta.resolve(`golive-elements/cdn/${file}`);
  }
  return undefined;
};

async function readSnapshots() {
  const read = async (id) => {
    const headers = { Cookie: 'session=joel' };
    return (await fetch(`${API}/subscriptions/${id}`, { headers })).json();
  };
  return Promise.all(['sub_1', 'sub_2', 'sub_3'].map(read));
}

async function answer(url) {
  const file = fileOf(url.pathname);
  if (file) return { type: 'text/javascript', body: await readFile(fileURLToPath(file)) };
  const render = url.pathname === '/' ? renderPage : fragments[url.pathname];
  if (!render) return { status: 404, type: 'text/plain', body: 'Not found' };
  // A portal has its own sign-in; the mock host takes a name for a session.
  const session = url.pathname === '/reviewer' ? 'mara' : 'joel';
  const headers = { 'Set-Cookie': `session=${session}; HttpOnly; SameSite=Strict` };
  return { type: 'text/html; charset=utf-8', headers, body: render(await readSnapshots()) };
}

createServer(async (request, response) => {
  try {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const { status = 200, type, headers, body } = await answer(url);
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
  } catch (thrown) {
    console.error(thrown);
    response.writeHead(500).end();
  }
}).listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}/`));

import { Hono } from 'hono';
import { html as markup } from 'hono/html';
import { openApiOf, type Node, type OpenApi } from './openapi.js';
import { page } from './page.js';

/** The contract for programs at `/openapi.json`, and for people at `/docs`. */
export function docsRoutes({ url, base }: { url: string; base: string }): Hono {
  const document = openApiOf({ url, base });
  const app = new Hono();
  app.get('/openapi.json', (context) => context.json(document));
  app.get('/docs', (context) => context.html(docsPage(document)));
  return app;
}

function docsPage({ info, servers, paths, components }: OpenApi) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return page(
    info.title,
    markup`<p>${info.description} Base address: <code>${servers[0]!.url}</code>. For programs:
        <a href="/openapi.json">openapi.json</a>.</p>
      ${operations.map(({ path, method, operation }) => operationOf(path, method, operation))}
      <h2>Schemas</h2>
      ${Object.entries(components.schemas).map(
        ([name, schema]) => markup`<section id="schema-${name}">
          <h3><code>${name}</code></h3>
          <pre>${JSON.stringify(schema, null, 2)}</pre>
        </section>`,
      )}`,
  );
}

function operationOf(path: string, method: string, operation: Node) {
  const { summary, tags, parameters, requestBody, responses } = operation as {
    summary: string;
    tags: string[];
    parameters: { name: string; in: string; required: boolean; schema: Node }[];
    requestBody?: { content: Node };
    responses: Record<string, { description: string; content?: Node }>;
  };
  return markup`<section>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${summary}. For: ${tags.join(', ')}.</p>
    <table>
      ${parameters.map(
        (each) => markup`<tr>
          <th scope="row"><code>${each.name}</code></th>
          <td>${each.in}${each.required ? ', required' : ''}</td>
          <td>${schemaOf(each.schema)}</td>
        </tr>`,
      )}
      ${requestBody ? markup`<tr><th scope="row">Body</th><td></td><td>${contentOf(requestBody.content)}</td></tr>` : ''}
      ${Object.entries(responses).map(
        ([status, { description, content }]) => markup`<tr>
          <th scope="row">${status}</th>
          <td>${description}</td>
          <td>${content ? contentOf(content) : ''}</td>
        </tr>`,
      )}
    </table>
  </section>`;
}

const contentOf = (content: Node) => {
  const [only] = Object.values(content) as { schema: Node }[];
  return schemaOf(only!.schema);
};

function schemaOf(schema: Node) {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1)! : undefined;
  if (name === undefined) return markup`<code>${JSON.stringify(schema)}</code>`;
  return markup`<a href="#schema-${name}"><code>${name}</code></a>`;
}

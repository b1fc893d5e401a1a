/** What WebKitGTK needs to be driven: a display and its WebDriver. */
import { findMiniBrowser } from './browsers.mjs';
import { freePort, startHelper, stopHelper } from './children.mjs';

/** Starts Xvfb on a display that it picks itself and tells on its third file: `{child, name}`. */
export function startDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const xvfb = startHelper('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    xvfb.stdio[3].once('data', (number) => {
      resolve({ child: xvfb, name: `:${String(number).trim()}` });
    });
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

/** Starts the driver at `path`, for browsers on a display. */
export async function startDriver(path, display) {
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  const child = startHelper(path, [`--port=${port}`], { env });
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return { child, port };
    await new Promise((wake) => setTimeout(wake, 100));
  }
  stopHelper(child);
  throw new Error('WebKitWebDriver did not start within 30 s');
}

/** What to ask the driver for. */
export function miniBrowser() {
  const binary = findMiniBrowser();
  return {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { ...(binary && { binary }), args: ['--automation'] },
  };
}

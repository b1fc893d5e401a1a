/** WebKit for the browser tests: its driver and a display, started first, and started anew when they hang. */
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { findMiniBrowser } from './browsers.mjs';
import { freePort, startHelper, stopHelper } from './children.mjs';

/** Milliseconds for a page to load. Three tries fit into the time that a page has to start. */
const PATIENCE = 35_000;
const TRIES = 3;

/** Starts Xvfb on a display that it picks itself and tells on its third file. */
function startDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const xvfb = startHelper('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    xvfb.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

async function startDriver(path, display) {
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

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    const fail = () => reject(new Error(`WebKit gave no answer in ${milliseconds / 1000} s`));
    timer = setTimeout(fail, milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * The driver of WebKitGTK now and then opens a page and never answers, which would end the whole run.
 * Here a page that does not load is opened again in a new browser, and one that can't be closed goes
 * with its browser.
 */
class WebKitLauncher extends WebdriverLauncher {
  #path;
  #display;
  #driver;

  constructor(path, display) {
    const binary = findMiniBrowser();
    super({
      hostname: '127.0.0.1',
      path: '/',
      connectionRetryTimeout: PATIENCE,
      connectionRetryCount: 0,
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { ...(binary && { binary }), args: ['--automation'] },
      },
    });
    this.#path = path;
    this.#display = display;
  }

  async startSession(id, url) {
    for (let tried = 1; ; tried += 1) {
      try {
        await within(PATIENCE, this.#open(id, url));
        return;
      } catch (error) {
        this.#end();
        if (tried === TRIES) throw error;
        console.warn(`WebKit is started anew: ${error.message.split('\n')[0]}`);
      }
    }
  }

  async stopSession(id) {
    try {
      return await within(PATIENCE, super.stopSession(id));
    } catch (error) {
      console.warn(`WebKit is ended: ${error.message.split('\n')[0]}`);
      this.#end();
      return {};
    }
  }

  async #open(id, url) {
    this.#driver ??= await startDriver(this.#path, this.#display);
    this.options.port = this.#driver.port;
    // Not `ensureManagerInitialized`, which keeps a failure for good.
    if (!this.driverManager) await this.createDriverManager();
    // Awaited here, since the launcher's own way lets a failure go unheard.
    await this.driverManager.startSession(id, url);
  }

  #end() {
    clearInterval(this.pendingHeartbeat);
    if (this.#driver) stopHelper(this.#driver.child);
    this.#driver = undefined;
    this.driver = undefined;
    this.driverManager = undefined;
  }
}

/** A launcher for the driver at `path`. */
export async function webkitLauncher(path) {
  return new WebKitLauncher(path, await startDisplay());
}

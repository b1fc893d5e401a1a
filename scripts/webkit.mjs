/** WebKit for the browser tests: its driver and a display, started first, and started anew when they hang. */
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { stopHelper } from './children.mjs';
import { miniBrowser, startDisplay, startDriver } from './webkit-driver.mjs';

/** Milliseconds for a page to load. Three tries fit into the time that a page has to start. */
const PATIENCE = 35_000;
const TRIES = 3;

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
    super({
      hostname: '127.0.0.1',
      path: '/',
      connectionRetryTimeout: PATIENCE,
      connectionRetryCount: 0,
      capabilities: { ...miniBrowser(), 'wdio:enforceWebDriverClassic': true },
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
  const { name } = await startDisplay();
  return new WebKitLauncher(path, name);
}

import { html as markup } from 'hono/html';

type Html = ReturnType<typeof markup>;

/** A plain page of the host's own. */
export const page = (title: string, content: Html): Html =>
  markup`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/host.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;

export const style = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-inline-size: 60rem; margin-inline: auto; padding: 2rem 1rem; }
button { font: inherit; padding: 0.5rem 1rem; border: 1px solid; border-radius: 0.375rem; background: none; color: inherit; min-inline-size: 18rem; text-align: start; cursor: pointer; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; background: color-mix(in srgb, currentcolor 7%, transparent); }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
section { border-block-start: 1px solid color-mix(in srgb, currentcolor 20%, transparent); }
`;

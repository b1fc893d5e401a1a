const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value) => value.replaceAll(/[&<>"]/g, (sign) => entities[sign]);
/** JSON that no markup can end early. */
const json = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

const phases = {
  sandbox: 'Sandbox',
  in_review: 'In Review',
  production: 'Production',
  rejected: 'Rejected',
};

/** What stands between the tags is read until the elements are there, and never after. */
const renderRow = (snapshot) => `
  <li id="${text(snapshot.id)}">
    ${text(snapshot.name)}
    <golive-stepper>${phases[snapshot.phase]}</golive-stepper>
    <script type="application/json">${json(snapshot)}</script>
  </li>`;

const renderList = (snapshots) => `<ul id="list">${snapshots.map(renderRow).join('')}</ul>`;

const renderProduction = ([snapshot]) =>
  snapshot.phase === 'production'
    ? '<golive-credential-card lane="production"></golive-credential-card>'
    : '';

const renderDeveloper = (snapshots) => `
  <label><input type="checkbox" id="freeze" />Change freeze</label>
  <golive-provider base-url="/api" subscription="sub_1">
    <golive-stepper>${phases[snapshots[0].phase]}</golive-stepper>
    <golive-credential-card lane="sandbox"></golive-credential-card>
    <golive-submission></golive-submission>
    <div hx-get="/production" hx-trigger="golive-changed from:body" hx-swap="innerMorph">
      ${renderProduction(snapshots)}
    </div>
  </golive-provider>
  <button hx-get="/reversed" hx-target="#list" hx-swap="outerMorph">Reverse</button>
  ${renderList(snapshots)}`;

const renderReviewer = () => '<golive-review-desk base-url="/api"></golive-review-desk>';

/** What htmx asks for. */
export const fragments = {
  '/developer': renderDeveloper,
  '/reviewer': renderReviewer,
  '/production': renderProduction,
  '/reversed': (snapshots) => renderList(snapshots.toReversed()),
};

export const renderPage = (snapshots) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <title>Portal from a server</title>
    <script src="/htmx.js" defer></script>
    <script src="/site.js" type="module"></script>
  </head>
  <body>
    <button hx-get="/developer" hx-target="main">Developer</button>
    <button hx-get="/reviewer" hx-target="main">Reviewer</button>
    <p id="phase">${text(snapshots[0].phase)}</p>
    <p id="log"></p>
    <main>${renderDeveloper(snapshots)}</main>
  </body>
</html>`;

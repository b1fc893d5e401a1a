/** What has to be read of each state of the card: reviewed by hand, one thing a line. */
interface CardOutline {
  /** The demo's scenario with this state. */
  scenario: string;
  /** The card's name. */
  name: 'Sandbox Credentials' | 'Production Credentials';
  told: string;
}

/** Without the indentation of its first line. */
function lines(strings: TemplateStringsArray): string {
  const text = strings.join('').replace(/^\n|\s+$/g, '');
  const indent = /^ */.exec(text)![0];
  return text.replaceAll(`\n${indent}`, '\n').trimStart();
}

const sandbox = (scenario: string, told: string): CardOutline => ({
  scenario,
  name: 'Sandbox Credentials',
  told,
});
const production = (scenario: string, told: string): CardOutline => ({
  scenario,
  name: 'Production Credentials',
  told,
});

export const cards: Record<string, CardOutline> = {
  empty: sandbox(
    'fresh',
    lines`
      region: Sandbox Credentials
        heading: Sandbox Credentials
        Not created Create credentials for the sandbox. A secret is shown once, so have a place ready to keep it.
        button: Create credentials
        link: Sandbox documentation
    `,
  ),
  active: sandbox(
    'credentials_made',
    lines`
      region: Sandbox Credentials
        heading: Sandbox Credentials
        Active Client credentials, created {date}
        term: Client ID
        definition: {client}
        definition
          button: Copy Client ID
        term: Client secret
        definition: Hidden, ends in {hint} Shown once, on {date}
        button: Generate Token
        button: Rotate Secret
        button: Regenerate
        link: Sandbox documentation
    `,
  ),
  'being rotated': sandbox(
    'secret_overlap',
    lines`
      region: Sandbox Credentials
        heading: Sandbox Credentials
        Two secrets valid Client credentials, secret rotated {date}
        term: Client ID
        definition: {client}
        definition
          button: Copy Client ID
        term: Client secret
        definition: Hidden, ends in {hint} Shown once, on {date}
        definition: Previous secret Hidden, ends in {hint}
          button: Retire Now
          {time} left Stops working {date}
          listitem: New secret given, it ends in {hint}
          listitem: Switch everything to it before {date}
          listitem: Then retire the previous one, or let it end
        button: Generate Token
        button: Rotate Secret
        button: Regenerate
        link: Sandbox documentation
    `,
  ),
  'about to expire': sandbox(
    'credential_expiring',
    lines`
      region: Sandbox Credentials
        heading: Sandbox Credentials
        Expires soon Client credentials, created {date} These credentials expire in 9 days Regenerate before then. It replaces the whole credential, and the present one stops working at once.
        term: Client ID
        definition: {client}
        definition
          button: Copy Client ID
        term: Client secret
        definition: Hidden, ends in {hint} Shown once, on {date}
        term: Expires
        definition: {date} (in 9 days)
        button: Generate Token
        button: Rotate Secret
        button: Regenerate
        link: Sandbox documentation
    `,
  ),
  expired: sandbox(
    'credential_expired',
    lines`
      region: Sandbox Credentials
        heading: Sandbox Credentials
        Expired Client credentials, created {date} These credentials have expired Nothing that uses them works any more. Regenerate replaces them with new ones.
        term: Client ID
        definition: {client}
        definition
          button: Copy Client ID
        term: Client secret
        definition: Hidden, ends in {hint} Shown once, on {date}
        term: Expired
        definition: {date} (2 days ago)
        button: Regenerate
        button: Generate Token (The credentials have expired.) unavailable
        button: Rotate Secret
        link: Sandbox documentation
        The credentials have expired.
    `,
  ),
  lost: sandbox(
    'credential_lost',
    lines`
      region: Sandbox Credentials
        heading: Sandbox Credentials
        Value not received Client credentials, created {date} These credentials were created, but their value never reached you. Regenerate to get new ones. The lost ones stop working at once.
        button: Regenerate
    `,
  ),
  locked: production(
    'changes_requested',
    lines`
      region: Production Credentials
        heading: Production Credentials
        Locked You can create production credentials once the API provider has reviewed and approved this integration.
        listitem: Not approved yet Changes were requested on {date}.
          button: Edit submission
    `,
  ),
  unpaid: production(
    'paid_unpaid',
    lines`
      region: Production Credentials
        heading: Production Credentials
        Payment pending Your integration is approved. Production opens when payment for the Partner plan is complete.
        listitem: Approved Mara Lindqvist, {date}
        listitem: Payment pending The Partner plan has to be paid.
        link: Complete payment
    `,
  ),
  unlocked: production(
    'approved',
    lines`
      region: Production Credentials
        heading: Production Credentials
        Unlocked Your integration was approved on {date}. Create production credentials, then switch your integration to them.
        listitem: Approved Mara Lindqvist, {date}
        listitem: Payment complete Partner plan
        button: Create credentials
    `,
  ),
};

const revealed = `
  term: Client ID
  definition: {client}
  definition
    button: Copy Client ID focused
  term: Client secret
  definition: {secret}
  definition
    button: Copy Client secret`;
const once =
  'This is the only time the secret is shown Afterwards only its last four characters stay ' +
  'visible, and they can’t be copied.';
/** Each region is empty until there is something to say. */
const foot = `
  button: Copy all
  button: Download .env
  status
  Hidden in {time}
  button: Keep open
  status
  button: I have saved it`;
const saving = (title: string, values: string) =>
  `dialog: ${title} (${once}) modal\n  heading: ${title}\n  ${once}${values}${foot}`;

export const dialogs = {
  'Save your sandbox credentials': saving('Save your sandbox credentials', revealed),
  'Save your production credentials': saving('Save your production credentials', revealed),
  'Save your new sandbox secret': saving(
    'Save your new sandbox secret',
    `
  term: Client secret
  definition: {secret}
  definition
    button: Copy Client secret focused`,
  ),
  'Close without saving?': lines`
    alertdialog: Close without saving? (It won’t be shown again. If you did not keep it, you will need Regenerate.) modal
      heading: Close without saving?
      It won’t be shown again. If you did not keep it, you will need Regenerate.
      button: Close without saving
      button: Keep it open focused
  `,
  'Sandbox token': lines`
    dialog: Sandbox token (Shown once) modal
      heading: Sandbox token
      Expires in {time} Shown once
      term: Access token
      definition: {token}
      definition
        button: Copy Access token focused
      curl 'https://sandbox.northbank.example/v2/accounts' \\ -H 'Authorization: Bearer {token}'
      status
      Hidden in {time}
      button: Keep open
      status
      button: Copy curl
      button: I have saved it
  `,
  'Rotate the sandbox secret?': lines`
    dialog: Rotate the sandbox secret? (Stays: Client ID Changes: Client secret Old secret works until {date} {time} of overlap. You can retire it sooner.) modal
      heading: Rotate the sandbox secret?
      listitem: Stays: Client ID
      listitem: Changes: Client secret
      The old secret goes on working for
      combobox: The old secret goes on working for = 1 day focused
      listitem: Old secret works until {date} {time} of overlap. You can retire it sooner.
      button: Cancel
      button: Rotate Secret
  `,
  'Retire the previous sandbox secret?': lines`
    dialog: Retire the previous sandbox secret? (Stays: Client secret that ends in {hint} The previous secret that ends in {hint} stops working at once Everything that still uses it will get 401.) modal
      heading: Retire the previous sandbox secret?
      listitem: Stays: Client secret that ends in {hint}
      listitem: The previous secret that ends in {hint} stops working at once Everything that still uses it will get 401.
      button: Cancel focused
      button: Retire Now
  `,
  'Regenerate production credentials?': lines`
    dialog: Regenerate production credentials? (Changes: Client ID and Client secret The old ones stop working at once Everything that still uses the old credential will get 401.) modal
      heading: Regenerate production credentials?
      listitem: Changes: Client ID and Client secret
      listitem: The old ones stop working at once Everything that still uses the old credential will get 401.
      Type production to confirm
      textbox: Type production to confirm focused
      Type “production” first.
      button: Cancel
      button: Regenerate (Type “production” first.) unavailable
  `,
};

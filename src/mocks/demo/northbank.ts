import { credentialTemplates } from '../host/secrets.js';
import type { Account, Plan } from '../host/state.js';
import { partnerForm } from './northbank-form.js';
import { sandboxTestData } from './test-data.js';

export const PROVIDER = 'northbank';
export const MAIN_SUBSCRIPTION = 'sub_42';

/** Who can sign in to the demo. */
export const people = {
  /** The developer of {@link MAIN_SUBSCRIPTION}. */
  joel: { id: 'joel', name: 'Joel Adeyemi', tenant: 'fernwood-ledger' },
  /** A developer of another company, who must see nothing of Joel's. */
  ines: { id: 'ines', name: 'Inês Caldeira', tenant: 'quayside-pay' },
  /** A reviewer, who also has a subscription of her own in the queue. */
  mara: { id: 'mara', name: 'Mara Lindqvist', tenant: PROVIDER, reviews: PROVIDER },
  hugo: { id: 'hugo', name: 'Hugo Steenkamp', tenant: PROVIDER, reviews: PROVIDER },
} satisfies Record<string, Account>;

/** The provider as its portal shows it; prices are no part of the contract. */
export const northbank = {
  name: 'Northbank Open API',
  prices: { partner: '€490 a month', explorer: 'Free' },
};

const links = {
  sandboxDocs: 'https://developer.northbank.example/sandbox',
  sandboxEndpoint: 'https://sandbox.northbank.example/v2/accounts',
  productionEndpoint: 'https://api.northbank.example/v2/accounts',
};
const free = { provider: PROVIDER, paid: false, hasPipeline: true, form: null, links };

/** The plans: one of each kind of credential, with and without a form, a price and a pipeline. */
export const plans = {
  partner: {
    id: 'partner',
    name: 'Partner',
    provider: PROVIDER,
    paid: true,
    hasPipeline: true,
    credential: credentialTemplates.clientCredentials,
    form: partnerForm,
    testData: sandboxTestData,
    links: { ...links, checkout: 'https://billing.northbank.example/checkout' },
  },
  explorer: {
    ...free,
    id: 'explorer',
    name: 'Explorer',
    credential: credentialTemplates.apiKey,
    testData: sandboxTestData.slice(0, 5),
  },
  /** Open to everybody at once: no review. */
  reference: {
    ...free,
    id: 'reference',
    name: 'Reference Data',
    hasPipeline: false,
    credential: credentialTemplates.apiKey,
    testData: [],
  },
  rates: {
    ...free,
    id: 'rates',
    name: 'Rates',
    credential: credentialTemplates.apiKeyPair,
    testData: [],
  },
  direct: {
    ...free,
    id: 'direct',
    name: 'Direct Debit',
    credential: {
      kind: credentialTemplates.privateKeyJwt.kind,
      values: [
        credentialTemplates.privateKeyJwt.values[0]!,
        {
          ...credentialTemplates.privateKeyJwt.values[1]!,
          fixed: 'https://auth.northbank.example/oauth2/token',
        },
        credentialTemplates.privateKeyJwt.values[2]!,
      ],
    },
    testData: [],
  },
  files: {
    ...free,
    id: 'files',
    name: 'Settlement Files',
    credential: {
      kind: 'sftp_account',
      values: [
        { name: 'server', label: 'Server', secret: false, fixed: 'files.northbank.example' },
        { name: 'user', label: 'User name', secret: false, prefix: 'nb' },
        { name: 'password', label: 'Password', secret: true },
        { name: 'archive_password', label: 'Archive password', secret: true },
      ],
    },
    credentialDays: 90,
    testData: [],
  },
} satisfies Record<string, Plan>;

/** Joel's other subscriptions, one for each further kind of credential; nothing was done with them. */
export const sideSubscriptions = [
  { id: 'sub_51', name: 'Fernwood Branch Finder', planId: 'reference' },
  { id: 'sub_52', name: 'Fernwood Rates', planId: 'rates' },
  { id: 'sub_53', name: 'Fernwood Collections', planId: 'direct' },
  { id: 'sub_54', name: 'Fernwood Settlement', planId: 'files' },
] as const;

/** The same kinds again, approved: production waits for its credentials. */
export const approvedSubscriptions = [
  { id: 'sub_62', name: 'Fernwood Treasury', planId: 'rates' },
  { id: 'sub_63', name: 'Fernwood Membership', planId: 'direct' },
  { id: 'sub_64', name: 'Fernwood Archive', planId: 'files' },
] as const;

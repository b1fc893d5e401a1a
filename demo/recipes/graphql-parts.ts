/** What is asked of each type of the GraphQL host, field by field. */
import * as z from 'zod/mini';
import { form } from '../../src/contract/index.js';

const credential = `{
  id lane kind createdAt expiresAt deliveredAt
  values { name label secret hint value }
  secrets { id name hint createdAt validUntil }
}`;

const review = '{ outcome notes fieldNotes { fieldId note } decidedAt reviewer }';

const snapshot = `{
  id version name status phase changesRequested role allowedActions hasForm formVersion updatedAt
  plan { id name paid hasPipeline }
  refusals { action code }
  locks { sandbox production }
  credentials { sandbox ${credential} production ${credential} }
  submission { id attempt submittedAt submittedBy }
  review ${review}
  links { sandboxDocs sandboxEndpoint productionEndpoint checkout }
  capabilities { token regenerate rotate overlapSeconds drafts events }
}`;

const submission = `{
  id version subscriptionId attempt form answers submittedAt submittedBy review ${review}
}`;

const entries = '{ id at actor kind lane attempt notes }';
const testEntries = '{ type name description value }';

export const parts = {
  snapshot,
  submission,
  issued: `{ credential ${credential} revealed { name label value } replayed }`,
  token: '{ accessToken tokenType expiresAt curl replayed }',
  testData: `{ entries ${testEntries} }`,
  activity: `{ entries ${entries} nextCursor }`,
  draft: '{ formVersion answers step updatedAt }',
  queue: `{
    items {
      submissionId version subscriptionId subscriptionName planName developer attempt state
      submittedAt decidedAt allowedActions
    }
    nextCursor
    counts { waiting approved rejected changesRequested }
    capabilities { events bulkReview fieldNotes }
  }`,
  review: `{
    version allowedActions refusals { action code }
    snapshot ${snapshot} submission ${submission} previous ${submission}
    testData ${testEntries} activity ${entries}
  }`,
  results: '{ results { submissionId ok version problem { code } } }',
  plan: '{ form }',
  planSchema: z.object({ form: z.nullable(form) }),
  done: '{ clientMutationId }',
  doneSchema: z.object({ clientMutationId: z.string() }),
};

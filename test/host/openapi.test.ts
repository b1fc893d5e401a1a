import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operations } from '../../src/mocks/host/operations.js';
import { docsRoutes } from '../../demo/host/http/docs.js';
import { contractApi, openApiOf } from '../../demo/host/http/openapi.js';

const document = openApiOf({ url: 'https://host.example', base: '/api' });

describe('the OpenAPI document', () => {
  it('has every operation, each once', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((operation) => operation['operationId'] as string),
    );
    assert.deepEqual(ids.sort(), Object.keys(operations).sort());
    assert.ok(document.paths['/subscriptions/{id}/credentials/{lane}/rotate-secret']!['post']);
    assert.ok(document.paths['/reviews/{submissionId}/decision']!['post']);
  });

  it('is the contract’s own but for where this host is and who may call', () => {
    const { servers, security, components, ...contract } = document;
    assert.equal(servers[0]!.url, 'https://host.example/api');
    assert.equal(security.length, Object.keys(components.securitySchemes).length);
    assert.deepEqual({ ...contract, components: { schemas: components.schemas } }, contractApi());
  });

  it('refers only to schemas that it has', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    assert.ok(names.length > 50);
    for (const name of names) assert.ok(name in document.components.schemas, name);
    assert.ok(!/"\$ref":"(?!#\/components\/schemas\/)/.test(text));
  });

  it('says what a snapshot and a problem must have', () => {
    const { snapshot, problem } = document.components.schemas;
    assert.ok((snapshot!['required'] as string[]).includes('allowedActions'));
    assert.deepEqual(problem!['required'], ['code']);
  });

  it('is served, for programs and for people', async () => {
    const app = docsRoutes({ url: 'https://host.example', base: '/api' });
    assert.deepEqual(
      await (await app.request('/openapi.json')).json(),
      JSON.parse(JSON.stringify(document)),
    );
    const page = await (await app.request('/docs')).text();
    assert.match(page, /POST \/subscriptions\/\{id\}\/submissions/);
    assert.ok(!page.includes('[object'));
  });
});

import { openApi } from './openapi.js';
import { ROUTES } from './routes.js';

/** Every `$ref` anywhere in the document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

describe('the OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(openApi('1.2.3')));

  test('describes every route once', () => {
    const described = Object.values<object>(document.paths).flatMap((path) => Object.keys(path));
    expect(described).toHaveLength(ROUTES.length);
    expect(document.paths['/api/v1/incidents/{id}/statements'].post['x-right']).toBe('evidence.record');
  });

  test('refers only to schemas that stand in it', () => {
    const names = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    const used = references(document);
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((reference) => !names.includes(reference))).toEqual([]);
  });

  test('states what a client needs to write a call', () => {
    const { get } = document.paths['/api/v1/incidents'];
    expect((get.parameters as { name: string }[]).map((one) => one.name)).toEqual([
      'status',
      'level',
      'bureau',
      'cursor',
      'limit',
    ]);
    const { post } = document.paths['/api/v1/session'];
    expect(post.requestBody.content['application/json'].schema.required).toEqual(['username', 'password']);
    expect(post.responses['200'].content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Person' });
    expect(document.paths['/api/v1/incidents/{id}'].get.parameters[0]).toMatchObject({ name: 'id', required: true });
  });
});

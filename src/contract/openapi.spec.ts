import { z } from 'zod';
import { addressOf, openApi } from './openapi.js';
import { exampleOf } from './openapi-example.js';
import { RECORD_BODIES } from './records/record.js';
import type { Route } from './route.js';
import { ROUTES } from './routes.js';

function faultsOf(schema: z.ZodType | undefined, value: unknown): string[] {
  const result = schema?.safeParse(value);
  return result?.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

/** Every `$ref` anywhere in the document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

interface Content {
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Called {
  requestBody: { content: { 'application/json': Content } };
}

describe('the OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(openApi('1.2.3')));

  test('describes every route once', () => {
    const described = Object.values<object>(document.paths).flatMap((path) => Object.keys(path));
    expect(described).toHaveLength(ROUTES.length);
    expect(document.paths['/api/v1/incidents/{id}/statements'].post['x-right']).toBe('evidence.record');
  });

  test('refers only to schemas that stand in it', () => {
    const names = ['schemas', 'examples'].flatMap((part) =>
      Object.keys(document.components[part]).map((name) => `#/components/${part}/${name}`),
    );
    const used = references(document);
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((reference) => !names.includes(reference))).toEqual([]);
  });

  test('shows by example what goes in, each body one that the server takes', () => {
    const contentOf = (route: Route) => {
      const path = document.paths[addressOf(route).replace(/:(\w+)/g, '{$1}')] as Record<string, Called>;
      return path[route.method.toLowerCase()]?.requestBody.content['application/json'] ?? {};
    };
    const refused = ROUTES.filter(({ body }) => body).flatMap((route) => {
      const { example, examples = {} } = contentOf(route);
      const bodies = example === undefined ? Object.values(examples).map(({ value }) => value) : [example];
      expect(bodies.length).toBeGreaterThan(0);
      return bodies.flatMap((one) =>
        faultsOf(route.body, one).map((fault) => `${route.method} ${route.path} ${fault}`),
      );
    });
    expect(refused).toEqual([]);
  });

  test('shows by example what comes out', () => {
    const refused = ROUTES.flatMap(({ method, path, answer }) =>
      answer.schema
        ? faultsOf(
            answer.schema,
            exampleOf(z.toJSONSchema(answer.schema, { io: 'output', unrepresentable: 'any' })),
          ).map((fault) => `${method} ${path} ${fault}`)
        : [],
    );
    expect(refused).toEqual([]);
  });

  test('describes each kind of record, and shows one that the server takes', () => {
    const { parameters, requestBody } = document.paths['/api/v1/incidents/{id}/records/{kind}'].post;
    const kinds = Object.keys(RECORD_BODIES);
    expect((parameters as { name: string; schema: object }[])[1]?.schema).toEqual({ type: 'string', enum: kinds });
    const { schema, examples } = requestBody.content['application/json'];
    const each = schema.properties.body.oneOf as { title: string }[];
    expect(each.map(({ title }) => title)).toEqual(kinds);
    const refused = Object.entries(RECORD_BODIES).flatMap(([kind, body]) =>
      faultsOf(body, examples[kind].value.body).map((fault) => `${kind} ${fault}`),
    );
    expect(refused).toEqual([]);
  });

  test('states what a client needs to write a call', () => {
    const { get } = document.paths['/api/v1/incidents'];
    expect((get.parameters as { name: string }[]).map((one) => one.name)).toEqual([
      'status',
      'level',
      'bureau',
      'stage',
      'duty',
      'campaign',
      'q',
      'from',
      'to',
      'cursor',
      'limit',
    ]);
    const { post } = document.paths['/api/v1/session'];
    expect(post.requestBody.content['application/json'].schema.required).toEqual(['username', 'password']);
    expect(post.responses['200'].content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Person' });
    expect(document.paths['/api/v1/incidents/{id}'].get.parameters[0]).toMatchObject({ name: 'id', required: true });
  });
});

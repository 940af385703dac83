import { z } from 'zod';
import { clock, clockKind } from './clock.js';
import { exampleOf } from './openapi-example.js';
import {
  articleLine,
  facts,
  figure,
  incident,
  incidentLine,
  journalLine,
  pressConference,
  statement,
} from './incident.js';
import { problem } from './problem.js';
import { responseTimes, tally } from './response-times.js';
import type { Route } from './route.js';
import { API_BASE, OUTSIDE_BASE, ROUTES } from './routes.js';
import { person } from './session.js';
import { source } from './source.js';
import { storyLine } from './story.js';

type Json = Record<string, unknown>;

/** Schemas that stand once, under components, and are referred to by name. */
const NAMED = {
  Person: person,
  Incident: incident,
  IncidentLine: incidentLine,
  Clock: clock,
  Facts: facts,
  Figure: figure,
  Article: articleLine,
  Statement: statement,
  PressConference: pressConference,
  JournalLine: journalLine,
  Story: storyLine,
  Source: source,
  Tally: tally,
  ResponseTimes: responseTimes,
  Problem: problem,
};

/** The description of the HTTP interface in OpenAPI 3.1, made from the schemas that the server itself checks by. */
export function openApi(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: '回应 Huiying',
      version,
      description: '政务舆情回应:监测、计时、通知、时效统计。时间一律为 ISO 8601 UTC。 · Times are ISO 8601 UTC.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: paths(),
    components: {
      schemas: components(),
      examples: Object.fromEntries(
        Object.entries(NAMED).map(([name, schema]) => [name, { value: exampleIn(schema, 'output') }]),
      ),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'huiying' },
        wall: { type: 'apiKey', in: 'cookie', name: 'huiying_wall' },
      },
    },
  };
}

function paths(): Json {
  const all: Record<string, Json> = {};
  for (const route of ROUTES) {
    const path = addressOf(route).replace(/:(\w+)/g, '{$1}');
    all[path] = { ...all[path], [route.method.toLowerCase()]: operation(route) };
  }
  return all;
}

/** The whole address of a route, parameters as `:name`. */
export function addressOf({ path }: Route): string {
  return OUTSIDE_BASE.includes(path) ? path : `${API_BASE}${path}`;
}

function operation(route: Route): Json {
  return {
    summary: route.summary,
    'x-right': route.right,
    security: route.right === 'public' ? [] : [route.right === 'wall' ? { wall: [] } : { session: [] }],
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': bodyOf(route.body, route.kinds) } },
    }),
    ...(route.takes && { requestBody: { required: true, content: { [route.takes]: {} } } }),
    responses: {
      [route.answer.status]: {
        description: 'OK',
        ...(route.answer.schema && { content: { 'application/json': answerOf(route.answer.schema) } }),
        ...(route.answer.media && { content: { [route.answer.media]: {} } }),
      },
      default: { description: 'RFC 9457', content: { 'application/problem+json': { schema: reference('Problem') } } },
    },
  };
}

/** Sources and intakes have ids that people choose; everything else has a UUID. */
const NAMED_BY_PEOPLE = /^\/(sources|intakes|journal\/anchors)\//;

function pathParameters({ path, kinds }: Route): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: {
      type: 'string',
      ...(name === 'kind' ? kindsOf(kinds) : NAMED_BY_PEOPLE.test(path) ? {} : { format: 'uuid' }),
    },
  }));
}

const kindsOf = (kinds: Route['kinds']): Json => ({ enum: kinds ? Object.keys(kinds) : clockKind.options });

function queryParameters({ query }: Route): Json[] {
  if (!query) return [];
  const { properties = {} } = input(query);
  return Object.entries(properties as Json).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

function bodyOf(body: z.ZodType, kinds: Route['kinds']): Json {
  const schema = input(body);
  const example = exampleIn(body, 'input') as Json;
  if (!kinds) return { schema, example };
  const each = Object.entries(kinds);
  return {
    schema: {
      ...schema,
      properties: {
        ...(schema['properties'] as Json),
        body: { oneOf: each.map(([title, one]) => ({ title, ...input(one) })) },
      },
    },
    examples: Object.fromEntries(each.map(([kind, one]) => [kind, { value: { body: exampleIn(one, 'input') } }])),
  };
}

/** Of what has a name the example stands once, under components. */
function answerOf(schema: z.ZodType): Json {
  const name = Object.entries(NAMED).find(([, named]) => named === schema)?.[0];
  const example = name ? { $ref: `#/components/examples/${name}` } : { value: exampleIn(schema, 'output') };
  return { schema: output(schema), examples: { example } };
}

const exampleIn = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  exampleOf(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function input(schema: z.ZodType): Json {
  return withoutDialect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

/** A schema of NAMED by its name, also inside another one. */
function output(schema: z.ZodType): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, named] of Object.entries(NAMED)) registry.add(named, { id });
  const name = registry.get(schema)?.id;
  if (name) return reference(name);
  registry.add(schema, { id: '__answer' });
  return withoutDialect(schemasOf(registry)['__answer'] ?? {});
}

function components(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, named] of Object.entries(NAMED)) registry.add(named, { id });
  return Object.fromEntries(Object.entries(schemasOf(registry)).map(([id, schema]) => [id, withoutDialect(schema)]));
}

function schemasOf(registry: z.core.$ZodRegistry<{ id: string }>): Record<string, Json> {
  const uri = (id: string) => `#/components/schemas/${id}`;
  return z.toJSONSchema(registry, { io: 'output', unrepresentable: 'any', uri }).schemas;
}

/** OpenAPI 3.1 states the dialect once for the whole document. */
function withoutDialect(schema: object): Json {
  const { $schema: _, $id: __, id: ___, ...rest } = schema as Json;
  return rest;
}

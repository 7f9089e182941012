/** Queries of all that the schema leads to, made from the schema itself, so that no field is forgotten. */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  TypeInfo,
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql';

export const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

/** Fields that have another value each time they are read, or are changed by reading. */
const VOLATILE = new Set(['Course.celebrations', 'Course.offer', 'Query.serverTime']);

/** A small generator of numbers in [0, 1), so that a failing query can be made again. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A query below a field of the root, with a random part of everything there. Each object has its `id`; of an object
 * whose type stands above it already, or is among `flat`, only leaves are selected.
 *
 * `root` is the field with its arguments, such as `course(key: "…")`, and `on` the type of an object found by `node`.
 * `given` has arguments of fields by their coordinates, such as `Course.sequence`, one of them or several to choose from;
 * `without` are the coordinates that are left out; of a type in `only` just the fields named there are selected.
 */
export function randomQuery(name, root, seed, { density = 0.5, given = {}, without = [], only = {}, flat = [], on = null } = {}) {
  const next = numbers(seed);
  const left = new Set([...VOLATILE, ...without]);
  const field = schema.getQueryType().getFields()[root.match(/^\w+/)[0]];
  const type = schema.getType(on ?? getNamedType(field.type).name);
  const below = on ? `{ __typename id ... on ${on} ${select(type, [])} }` : select(type, []);
  return `query ${name} { ${root} ${below} }`;

  function select(type, above) {
    const parts = ['__typename'];
    const fields = Object.values(type.getFields());
    if (fields.some((one) => one.name === 'id')) {
      parts.push('id');
    }
    for (const one of fields) {
      const coordinate = `${type.name}.${one.name}`;
      const wanted = next() < density;
      const offered = !left.has(coordinate) && (only[type.name]?.includes(one.name) ?? true);
      if (!wanted || one.name === 'id' || !offered || !callable(one, coordinate)) {
        continue;
      }
      const named = getNamedType(one.type);
      if (isLeafType(named)) {
        parts.push(one.name + chosen(coordinate));
      } else if (isObjectType(named)) {
        if (!above.includes(type.name) && !flat.includes(type.name)) {
          parts.push(`${one.name}${chosen(coordinate)} ${select(named, [...above, type.name])}`);
        }
      }
    }
    return `{ ${parts.join(' ')} }`;
  }

  function chosen(coordinate) {
    const choices = [given[coordinate] ?? ''].flat();
    return choices[Math.floor(next() * choices.length)];
  }

  function callable(one, coordinate) {
    return coordinate in given || !one.args.some(isRequiredArgument);
  }
}

const EXAMPLES = fileURLToPath(new URL('../../../gateway/graphiql/examples/', import.meta.url));

/** The pages of GraphiQL's examples: their queries, with ids and without what is volatile, and variables. */
export function pages() {
  return readdirSync(EXAMPLES, { recursive: true })
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => {
      const text = readFileSync(join(EXAMPLES, file), 'utf8');
      const given = join(EXAMPLES, file.replace('.graphql', '.json'));
      const [operation] = parse(text).definitions;
      const name = `App_${basename(file, '.graphql')}Query`;
      const variables = existsSync(given) ? JSON.parse(readFileSync(given, 'utf8')) : {};
      return operation.operation === 'query' ? [{ text: withIds(steady(rename(text, name))), variables }] : [];
    });
}

function rename(text, name) {
  return print(
    visit(parse(text), { OperationDefinition: (node) => ({ ...node, name: { kind: 'Name', value: name } }) }),
  );
}

function steady(text) {
  const types = new TypeInfo(schema);
  const visitor = {
    Field(node) {
      return VOLATILE.has(`${types.getParentType().name}.${node.name.value}`) ? null : undefined;
    },
  };
  return print(visit(parse(text), visitWithTypeInfo(types, visitor)));
}

/** The document with the `id` of every object that has one, as clients with normalised caches want it. */
export function withIds(text) {
  const types = new TypeInfo(schema);
  const id = { kind: 'Field', name: { kind: 'Name', value: 'id' } };
  const visitor = {
    SelectionSet: {
      leave(node) {
        const fields = types.getParentType()?.getFields?.() ?? {};
        const selected = node.selections.some((one) => one.kind === 'Field' && one.name.value === 'id');
        return 'id' in fields && !selected ? { ...node, selections: [id, ...node.selections] } : undefined;
      },
    },
  };
  return print(visit(parse(text), visitWithTypeInfo(types, visitor)));
}

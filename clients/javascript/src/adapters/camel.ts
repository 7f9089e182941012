/** Names as the micro-frontends have them: `snake_case` of the LMS's JSON becomes `camelCase`. */

type CamelName<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelName<Tail>>}` : Name;

export type Camel<Value> = Value extends readonly (infer Item)[]
  ? Camel<Item>[]
  : Value extends object
    ? { [Name in keyof Value as Name extends string ? CamelName<Name> : Name]: Camel<Value[Name]> }
    : Value;

export function camelCased<Value>(value: Value): Camel<Value> {
  return renamed(value) as Camel<Value>;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(renamed);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [camelName(name), renamed(inner)]));
}

function camelName(name: string): string {
  return name.replaceAll(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

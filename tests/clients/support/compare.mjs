/** The places where what is kept differs from what was answered. Clients may leave out or add `__typename`. */
export function differences(kept, answered, path = '') {
  if (Array.isArray(answered) && Array.isArray(kept) && kept.length === answered.length) {
    return answered.flatMap((item, index) => differences(kept[index], item, `${path}[${index}]`));
  }
  if (isObject(answered) && isObject(kept)) {
    return Object.keys(answered).flatMap((key) =>
      key === '__typename' ? [] : differences(kept[key], answered[key], `${path}.${key}`),
    );
  }
  return Object.is(kept, answered) ? [] : [`${path}: ${JSON.stringify(kept)} instead of ${JSON.stringify(answered)}`];
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

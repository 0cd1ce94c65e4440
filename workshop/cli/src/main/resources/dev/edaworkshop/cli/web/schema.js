// A form made of a JSON Schema: objects, texts, numbers, truth values, choices. What it does not know is a text of JSON.
import { field } from "./ask.js";
import { h } from "./dom.js";

/** {element, value()}: value is what the form says, as an object. */
export function schemaForm(schema, eventName) {
  return part(schema, { root: schema, eventName, name: "", given: schema.examples?.[0] ?? schema.default });
}

function part(schema, context) {
  const resolved = schema.$ref ? follow(schema.$ref, context.root) : schema;
  const type = Array.isArray(resolved.type) ? resolved.type.find((one) => one !== "null") : resolved.type;
  if (resolved.const !== undefined) {
    return fixed(resolved.const, context);
  }
  if (resolved.enum) {
    return choice(resolved, context);
  }
  if (type === "object" || resolved.properties) {
    return object(resolved, context);
  }
  switch (type) {
    case "integer":
    case "number":
      return number(resolved, type, context);
    case "boolean":
      return truth(resolved, context);
    case "string":
      return text(resolved, context);
    default:
      return json(resolved, context);
  }
}

function object(schema, context) {
  const required = new Set(schema.required ?? []);
  const parts = Object.entries(schema.properties ?? {}).map(([name, inner]) =>
    [name, part(inner, { ...context, name, required: required.has(name), given: context.given?.[name] })]);
  const inside = parts.map(([, { element }]) => element);
  return {
    element: context.name === "" ? h("div", { class: "stack" }, inside) : h("fieldset", {}, h("legend", {}, context.name), inside),
    value: () => Object.fromEntries(parts.map(([name, one]) => [name, one.value()]).filter(([, value]) => value !== undefined)),
  };
}

function fixed(value, { name }) {
  const input = h("input", { readonly: true, value: String(value) });
  return { element: field(name, input), value: () => value };
}

function choice(schema, { name, given }) {
  const input = h("select", {}, schema.enum.map((one, index) => h("option", { value: index, selected: one === given }, String(one))));
  return { element: field(label(name, schema), input), value: () => schema.enum[input.value] };
}

function number(schema, type, { name, required, given }) {
  const start = given ?? schema.default ?? schema.examples?.[0] ?? schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : 1);
  const input = h("input", {
    type: "number",
    step: type === "integer" ? "1" : "any",
    min: schema.minimum,
    max: schema.maximum,
    value: required || given !== undefined ? start : "",
  });
  return { element: field(label(name, schema), input, hint(required)), value: () => (input.value === "" ? undefined : Number(input.value)) };
}

function truth(schema, { name }) {
  const input = h("input", { type: "checkbox", checked: schema.default === true });
  return { element: field(label(name, schema), input), value: () => input.checked };
}

function text(schema, context) {
  const { name, required } = context;
  const input = h("input", {
    spellcheck: "false",
    autocomplete: "off",
    pattern: schema.pattern,
    maxlength: schema.maxLength,
    value: required || context.given !== undefined ? example(schema, context) : "",
  });
  return { element: field(label(name, schema), input, hint(required)), value: () => (input.value === "" && !required ? undefined : input.value) };
}

function json(schema, { name, required, given }) {
  const input = h("textarea", { rows: "3", spellcheck: "false" });
  input.value = required ? JSON.stringify(given ?? schema.default ?? schema.examples?.[0] ?? (schema.type === "array" ? [] : null)) : "";
  return {
    element: field(`${label(name, schema)} (JSON)`, input, hint(required)),
    value: () => {
      if (input.value.trim() === "") {
        return undefined;
      }
      try {
        return JSON.parse(input.value);
      } catch {
        return input.value;
      }
    },
  };
}

function example(schema, { name, eventName, given }) {
  const known = given ?? schema.default ?? schema.examples?.[0];
  if (known !== undefined) {
    return known;
  }
  if (schema.format === "uuid" || /(event|correlation)_id$/.test(name)) {
    return crypto.randomUUID();
  }
  if (schema.format === "date-time" || /_at$/.test(name)) {
    return new Date().toISOString();
  }
  return { event_name: eventName, source: "shop.catalogue", product_id: "p-0001", sku: "TOY-0001", name: "Wooden boat", category: "toys", region: "eu", currency: "EUR" }[name] ?? "";
}

function label(name, schema) {
  return schema.title ?? name;
}

function hint(required) {
  return required ? "" : "may be left out";
}

function follow(reference, root) {
  return reference.replace(/^#\//, "").split("/").reduce((at, step) => at?.[step.replaceAll("~1", "/").replaceAll("~0", "~")], root) ?? {};
}

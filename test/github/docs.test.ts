import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commentChoices } from "../../src/github/inputs.ts";
import { failOnLevels } from "../../src/config/config.ts";
import { vendors } from "../../src/django/project.ts";
import { readAction, type Field } from "./action-yml.ts";

const action = readAction();

describe("action.yml", () => {
  const source = ["inputs", "outputs", "run"].map((name) => readFileSync(new URL(`../../src/github/${name}.ts`, import.meta.url), "utf8")).join("\n");
  const description = (fields: readonly Field[], name: string) => fields.find((field) => field.name === name)!.description;

  it.each(action.inputs.map(({ name }) => name))("has an input %s that is read", (name) => {
    expect(source).toMatch(new RegExp(`(getInput|oneOf|matching)\\("${name}"`));
  });

  it.each(action.outputs.map(({ name }) => name))("has an output %s that is set", (name) => {
    expect(source).toContain(`setOutput("${name}"`);
  });

  it("names every value that an input allows", () => {
    for (const value of failOnLevels) expect(description(action.inputs, "fail-on")).toContain(`\`${value}\``);
    for (const value of commentChoices) expect(description(action.inputs, "comment")).toContain(`\`${value}\``);
    for (const value of vendors) expect(description(action.inputs, "database")).toContain(`\`${value}\``);
  });

  it("runs on Node 24", () => {
    expect(action).toMatchObject({ using: "node24", main: "dist/index.js" });
  });
});

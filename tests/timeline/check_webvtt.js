// Validates WebVTT files with the W3C's parser: node check_webvtt.js DIRECTORY
"use strict";
const fs = require("fs");
const path = require("path");
const { WebVTTParser } = require("webvtt-parser");

const directory = process.argv[2];
const files = fs.readdirSync(directory).filter((name) => name.endsWith(".vtt"));
let cues = 0;
let problems = 0;
for (const name of files) {
  const result = new WebVTTParser().parse(fs.readFileSync(path.join(directory, name), "utf8"), "subtitles");
  cues += result.cues.length;
  for (const error of result.errors) {
    console.log(`${name}:${error.line}:${error.col ?? 0}: ${error.message}`);
    ++problems;
  }
}
console.log(`${files.length} files, ${cues} cues, ${problems} problems`);
process.exit(problems > 0 || cues === 0 ? 1 : 0);

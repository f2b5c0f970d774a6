#!/usr/bin/env node
import { explain } from './explainFile.mjs';

process.exitCode = await explain(process.argv.slice(2), process);

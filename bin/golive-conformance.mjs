#!/usr/bin/env node
import * as suite from '../dist/conformance/index.js';
import { main } from './command.mjs';

process.exitCode = await main(process.argv.slice(2), suite);

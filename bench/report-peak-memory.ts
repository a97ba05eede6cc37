// Loaded before the program: when it ends, writes its peak memory in MB into the file that PEAK_MEMORY_FILE names.
import { writeFileSync } from 'node:fs';
import { readPeakMemoryMb } from './peak-memory.ts';

const file = process.env.PEAK_MEMORY_FILE;
if (file !== undefined) process.once('exit', () => writeFileSync(file, String(readPeakMemoryMb())));

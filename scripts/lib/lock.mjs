import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two looks at a lock that another process holds. */
const INTERVAL = 250;

/**
 * Do something while no other process does; two terminals may start at once.
 *
 * @param path - a file that holds the owner's process id
 */
export async function withLock(path, action) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!take(path)) {
    const owner = ownerOf(path);
    if (owner !== null && !alive(owner)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) {
      console.log(`… waiting for the set-up of process ${owner}`);
      told = true;
    }
    await delay(INTERVAL);
  }
  try {
    return await action();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

function ownerOf(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || null;
  } catch {
    return null;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

#!/usr/bin/env node
/** One file is the whole command line, its worker threads included; each loads what it needs. */
import { isMainThread } from "node:worker_threads";

if (isMainThread) void import("./program").then(({ runProgram }) => runProgram());
else void import("./fileWorker").then(({ serveOrders }) => serveOrders());

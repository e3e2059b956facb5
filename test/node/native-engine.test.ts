import { nativeEngine } from "../../src/node/native-engine.ts";
import { engineContract } from "../core/engine/engine-contract.ts";

engineContract("nativeEngine()", () => nativeEngine());
engineContract("nativeEngine({ threads: 1 })", () => nativeEngine({ threads: 1 }));

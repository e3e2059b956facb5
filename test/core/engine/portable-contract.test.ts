import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { engineContract } from "./engine-contract.ts";

engineContract("portableEngine()", portableEngine);

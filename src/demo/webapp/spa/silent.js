// Runs in the hidden frame: hands the answer to the page around it.
import { connect } from "./client.js";

const { user } = await connect();
await user.signinSilentCallback();

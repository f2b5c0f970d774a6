// A small page that starts a session as the client SDK does: credentials from one's own backend, an offer, a call.
const query = new URLSearchParams(location.search);
const sessionEndpoint = query.get('session') ?? '/api/session';
const callUrl = 'https://api.orga-ai.com/v1/realtime/calls';
/** How long a request, and the connection, may take, ms. */
const requestLimit = Number(query.get('limit') ?? 10_000);
const connectionLimit = Number(query.get('connection-limit') ?? 20_000);

const output = document.querySelector('output');
document.querySelector('button').addEventListener('click', () => {
  show('starting');
  startSession().then(
    () => show('connected'),
    (error) => show('failed', error.step, error.status, error.message),
  );
});

async function startSession() {
  const session = await request('session', sessionEndpoint);
  if (!session.ephemeralToken || !Array.isArray(session.iceServers)) {
    throw failure('session', 200, 'The backend sent no token, or no list of servers.');
  }
  let peer;
  try {
    peer = new RTCPeerConnection({ iceServers: session.iceServers });
  } catch (error) {
    throw failure('offer', undefined, error.message);
  }
  peer.addTransceiver('audio', { direction: 'sendrecv' });
  const channel = peer.createDataChannel('orga-realtime-client-events');
  const greeted = greeting(peer, channel);
  greeted.catch(() => peer.close());
  await peer.setLocalDescription();
  await gathered(peer);
  const reply = await request('call', callUrl, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${session.ephemeralToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      offer: peer.localDescription,
      params: { model: 'orga-1-beta', voice: 'alloy', temperature: 0.5 },
    }),
  });
  if (!reply.conversation_id || !reply.answer) throw failure('call', 200, 'The reply has no answer.');
  try {
    // It never settles once the connection is closed.
    await Promise.race([peer.setRemoteDescription(reply.answer), greeted]);
  } catch (error) {
    throw error.step ? error : failure('connection', undefined, error.message);
  }
  await greeted;
}

/** The JSON of a reply, within the limit, body included. */
async function request(step, url, init = {}) {
  let status;
  try {
    const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(requestLimit) });
    status = reply.status;
    if (!reply.ok) throw new Error(`The answer was ${status}.`);
    return await reply.json();
  } catch (error) {
    throw failure(step, status, error.message);
  }
}

/** Resolves with `session.created`. */
function greeting(peer, channel) {
  return new Promise((resolve, reject) => {
    const fail = (text) => reject(failure('connection', undefined, text));
    let timer;
    peer.addEventListener('signalingstatechange', () => {
      timer ??= setTimeout(() => fail('Nothing was heard in time.'), connectionLimit);
    });
    peer.addEventListener('connectionstatechange', () => {
      if (peer.connectionState === 'failed') fail('There is no way to the service.');
    });
    channel.addEventListener('close', () => fail('The service hung up.'));
    channel.addEventListener('message', ({ data }) => {
      if (JSON.parse(data).type !== 'session.created') return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function gathered(peer) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 2000);
    peer.addEventListener('icegatheringstatechange', () => {
      if (peer.iceGatheringState !== 'complete') return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function failure(step, status, message) {
  return Object.assign(new Error(message), { step, status });
}

function show(state, step, status, text) {
  output.dataset.state = state;
  output.dataset.step = step ?? '';
  output.dataset.status = status ?? '';
  output.textContent = text ?? state;
}

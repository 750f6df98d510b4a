// Shows /openapi.json in Swagger UI. Where the server wants a token, it is asked for, kept in this page only, and sent with
// every request that is tried out.
'use strict';

const form = document.getElementById('access');
const problem = document.getElementById('problem');
const tokenField = document.getElementById('token');

function headersFor(token) {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

function show(description, token) {
  form.hidden = true;
  SwaggerUIBundle({
    spec: description,
    dom_id: '#documentation',
    deepLinking: true,
    validatorUrl: null,
    requestInterceptor: (request) => {
      request.headers = { ...headersFor(token), ...request.headers };
      return request;
    },
  });
}

function ask(sentence) {
  problem.textContent = sentence;
  form.hidden = false;
  tokenField.focus();
}

async function load(token) {
  try {
    const response = await fetch('/openapi.json', { headers: headersFor(token) });
    if (response.status === 401) {
      ask(token ? 'This token is not known here.' : 'This server wants an access token.');
    } else if (response.ok) {
      show(await response.json(), token);
    } else {
      problem.textContent = `The server answered ${response.status}. Reload the page to try again.`;
      form.hidden = false;
    }
  } catch {
    problem.textContent = 'The server does not answer. Reload the page to try again.';
    form.hidden = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  load(tokenField.value.trim());
});
load('');

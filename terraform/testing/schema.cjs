// Stands in for a Terraform provider that cannot be downloaded: it knows the provider's schema and nothing else, which is all
// that "terraform validate", and "terraform test" with mock_provider, ask for.
//
//   node schema.cjs registry.terraform.io/vultr/vultr=schemas/vultr.json -- terraform test
//
// A schema file has the format of "terraform providers schema -json".
const { readFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const NESTING = { single: 1, list: 2, set: 3, map: 4, group: 5 };

function block({ attributes = {}, block_types = {} }) {
  return {
    attributes: Object.entries(attributes).map(([name, it]) => ({ ...it, name, type: Buffer.from(JSON.stringify(it.type)) })),
    block_types: Object.entries(block_types).map(([type_name, it]) => ({
      type_name,
      block: block(it.block),
      nesting: NESTING[it.nesting_mode],
      min_items: it.min_items ?? 0,
      max_items: it.max_items ?? 0,
    })),
  };
}

const schema = it => ({ version: it.version ?? 0, block: block(it.block ?? {}) });
const schemas = all => Object.fromEntries(Object.entries(all ?? {}).map(([name, it]) => [name, schema(it)]));

async function serve(service, address, file) {
  const provider = JSON.parse(readFileSync(file)).provider_schemas[address];
  const known = {
    provider: schema(provider.provider ?? {}),
    resource_schemas: schemas(provider.resource_schemas),
    data_source_schemas: schemas(provider.data_source_schemas),
  };
  const always = answer => (call, done) => done(null, answer(call.request));
  const server = new grpc.Server();
  server.addService(service, {
    GetSchema: always(() => known),
    PrepareProviderConfig: always(({ config }) => ({ prepared_config: config })),
    ValidateResourceTypeConfig: always(() => ({})),
    ValidateDataSourceConfig: always(() => ({})),
    Configure: always(() => ({})),
    Stop: always(() => ({})),
  });
  const port = await new Promise((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, free) => (error ? reject(error) : resolve(free))),
  );
  const String = `127.0.0.1:${port}`;
  return [address, { Protocol: 'grpc', ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: { Network: 'tcp', String } }];
}

async function main() {
  const split = process.argv.indexOf('--');
  const definition = loader.loadSync(`${__dirname}/provider.proto`, { keepCase: true, longs: Number });
  const { service } = grpc.loadPackageDefinition(definition).tfplugin5.Provider;
  const providers = await Promise.all(process.argv.slice(2, split).map(it => serve(service, ...it.split('='))));
  const env = { ...process.env, TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(providers)) };
  spawn(process.argv[split + 1], process.argv.slice(split + 2), { stdio: 'inherit', env }).on('exit', code => process.exit(code ?? 1));
}

main();

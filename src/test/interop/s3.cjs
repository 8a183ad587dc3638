// Runs s3rver, an object storage that speaks S3, in a folder until stdin ends. Tells its port in a
// line of JSON.
'use strict';

const S3rver = require('s3rver');

const [folder, bucket] = process.argv.slice(2);
const tell = event => process.stdout.write(JSON.stringify(event) + '\n');

const storage = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: folder,
  configureBuckets: [{ name: bucket }],
});

storage.run().then(({ port }) => tell({ event: 'ready', port }));
process.stdin.resume().on('end', () => process.exit());

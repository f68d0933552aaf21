/** A path below the prefix that is answered as by a server that failed. */
export const failsAt = path => [
  [
    '    location /jupyter/ {',
    `    location = /jupyter/${path} {
        return 500;
    }

    location /jupyter/ {`
  ]
];

/**
 * The sites of `deploy/`, each broken by one change, and what the doctor is to
 * find then. What it finds, it must say with the line that was there before.
 *
 * - `change`: what is written in the place of what, in the site;
 * - `finds`: the id of the finding;
 * - `line`: a line that it says to write, as the shipped site has it;
 * - `seen`: what it says that it saw;
 * - `inDeploy`: what of the line the shipped site has, if not the line itself;
 * - `isAlone`: no server is behind the proxy;
 * - `isInspected`: between proxy and server stands what lets no WebSocket speak.
 */
export const broken = [
  {
    name: 'no Upgrade headers',
    proxy: 'nginx',
    change: [
      ['        proxy_set_header Upgrade $http_upgrade;\n', ''],
      ['        proxy_set_header Connection $connection_upgrade;\n', '']
    ],
    finds: 'websocket-upgrade',
    seen: /Upgrade and Connection got lost/,
    line: 'proxy_set_header Upgrade $http_upgrade;'
  },
  {
    name: 'no rule with ws:',
    proxy: 'apache',
    change: [
      ['    RewriteCond %{HTTP:Upgrade} websocket [NC]\n', ''],
      [
        '    RewriteRule ^/jupyter/(.*) ws://127.0.0.1:8000/jupyter/$1 [P,NE,L]\n',
        ''
      ]
    ],
    finds: 'websocket-upgrade',
    line: 'RewriteRule ^/jupyter/(.*) ws://127.0.0.1:8000/jupyter/$1 [P,NE,L]'
  },
  {
    name: 'a rule with ws: that leads elsewhere',
    proxy: 'apache',
    change: [['ws://127.0.0.1:8000/jupyter/$1', 'ws://127.0.0.1:1/jupyter/$1']],
    finds: 'websocket-refused',
    seen: /the answer was 503/,
    line: 'RewriteRule ^/jupyter/(.*) ws://127.0.0.1:8000/jupyter/$1 [P,NE,L]'
  },
  {
    name: 'a read time-out of 5 s',
    proxy: 'nginx',
    change: [['proxy_read_timeout 1d;', 'proxy_read_timeout 5s;']],
    finds: 'read-timeout',
    line: 'proxy_read_timeout 1d;'
  },
  {
    name: 'a time-out of 5 s',
    proxy: 'apache',
    change: [['ProxyTimeout 86400', 'ProxyTimeout 5']],
    finds: 'read-timeout',
    line: 'ProxyTimeout 86400'
  },
  {
    name: 'buffering',
    proxy: 'nginx',
    change: [['proxy_buffering off;', 'proxy_buffering on;']],
    finds: 'buffering',
    line: 'proxy_buffering off;'
  },
  {
    name: 'another prefix',
    proxy: 'nginx',
    change: [['location /jupyter/ {', 'location /notebooks/ {']],
    finds: 'wrong-prefix',
    seen: /not by Jupyter/,
    line: 'proxy_pass http://127.0.0.1:8000;'
  },
  {
    name: 'a prefix that is taken off',
    proxy: 'nginx',
    change: [
      [
        'proxy_pass http://127.0.0.1:8000;',
        'proxy_pass http://127.0.0.1:8000/;'
      ]
    ],
    finds: 'wrong-prefix',
    seen: /passes on \/jigsaw/,
    line: 'proxy_pass http://127.0.0.1:8000;'
  },
  {
    name: 'another prefix',
    proxy: 'apache',
    change: [
      [
        'ProxyPass /jupyter/ http://127.0.0.1:8000/jupyter/ nocanon',
        'ProxyPass /jupyter/ http://127.0.0.1:8000/ nocanon'
      ]
    ],
    finds: 'wrong-prefix',
    line: 'ProxyPass /jupyter/ http://127.0.0.1:8000/jupyter/ nocanon'
  },
  {
    name: 'a path without its slash behind the port',
    proxy: 'apache',
    change: [
      [
        'ProxyPass /jupyter/ http://127.0.0.1:8000/jupyter/ nocanon',
        'ProxyPass /jupyter/ http://127.0.0.1:8000/jupyter nocanon'
      ]
    ],
    finds: 'missing-slash',
    seen: /passes on \/jupyterjigsaw/,
    line: 'ProxyPass /jupyter/ http://127.0.0.1:8000/jupyter/ nocanon'
  },
  {
    name: 'a path without its slash behind the port',
    proxy: 'nginx',
    change: [
      [
        'proxy_pass http://127.0.0.1:8000;',
        'proxy_pass http://127.0.0.1:8000/jupyter;'
      ]
    ],
    finds: 'missing-slash',
    seen: /passes on \/jupyterjigsaw/,
    line: 'proxy_pass http://127.0.0.1:8000;'
  },
  {
    // nginx leads to it by itself.
    name: 'nobody who leads to the slash',
    proxy: 'apache',
    change: [['    RedirectMatch permanent ^/jupyter$ /jupyter/\n', '']],
    finds: 'slash-redirect',
    line: 'RedirectMatch permanent ^/jupyter$ /jupyter/'
  },
  {
    name: 'no forwarded protocol',
    proxy: 'nginx',
    change: [['        proxy_set_header X-Forwarded-Proto $scheme;\n', '']],
    finds: 'forwarded-proto',
    line: 'proxy_set_header X-Forwarded-Proto $scheme;'
  },
  {
    name: 'no forwarded protocol',
    proxy: 'apache',
    change: [
      ['    RequestHeader set X-Scheme https\n', ''],
      ['    RequestHeader set X-Forwarded-Proto https\n', '']
    ],
    finds: 'forwarded-proto',
    line: 'RequestHeader set X-Forwarded-Proto https'
  },
  {
    name: 'no host',
    proxy: 'nginx',
    change: [['        proxy_set_header Host $http_host;\n', '']],
    finds: 'forwarded-host',
    line: 'proxy_set_header Host $http_host;'
  },
  {
    name: 'no host',
    proxy: 'apache',
    change: [['    ProxyPreserveHost On\n', '']],
    finds: 'forwarded-host',
    line: 'ProxyPreserveHost On'
  },
  {
    name: "frame-src 'self'",
    proxy: 'nginx',
    change: [
      [
        '        proxy_buffering off;',
        `        proxy_buffering off;
        proxy_hide_header Content-Security-Policy;
        add_header Content-Security-Policy "frame-src 'self'" always;`
      ]
    ],
    finds: 'frame-src',
    line: 'jupyter jigsaw magic install --all-users',
    inDeploy: null
  },
  {
    name: "frame-ancestors 'none'",
    proxy: 'apache',
    change: [
      [
        '    ProxyPreserveHost On\n',
        `    ProxyPreserveHost On
    Header always set Content-Security-Policy "frame-ancestors 'none'"
`
      ]
    ],
    finds: 'frames-forbidden',
    line: /frame-ancestors 'self'/,
    inDeploy: null
  },
  {
    name: 'no server behind it',
    proxy: 'nginx',
    isAlone: true,
    finds: 'bad-gateway',
    line: 'proxy_pass http://127.0.0.1:8000;'
  },
  {
    name: 'a server that fails when it is to report',
    proxy: 'nginx',
    change: failsAt('jigsaw/api/report'),
    finds: 'server-error',
    seen: /could not report: it answers 500/,
    line: '',
    inDeploy: null
  },
  {
    name: 'a server that fails at once',
    proxy: 'nginx',
    change: failsAt('api'),
    finds: 'server-error',
    seen: /\/jupyter\/ answers 500/,
    line: '',
    inDeploy: null
  },
  {
    name: 'something behind it that inspects WebSockets',
    proxy: 'nginx',
    isInspected: true,
    finds: 'websocket-silent',
    seen: /opens, and brings no answer/,
    line: '',
    inDeploy: null
  }
];

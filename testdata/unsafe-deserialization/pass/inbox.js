const yaml = require('js-yaml');
yaml.load(text);

const mongoose = require('mongoose');
const { Sequelize } = require('sequelize');
mongoose.set('debug', true); // expect: fail
new Sequelize(url, { logQueryParameters: true }); // expect: fail

const cors = require('cors');
app.use(cors({ origin: 'https://portal.clinic.example', credentials: true }));
app.use(cors());

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'psql-clinic'
  location: 'westeurope'
  properties: { version: '16' }
}

resource audit 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'pgaudit.log'
  properties: { value: 'WRITE,DDL' }
}

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'sql-clinic'
  location: 'westeurope'
  properties: {
    version: '12.0'
    minimalTlsVersion: '1.0' // expect: fail
  }
}

resource mysql 'Microsoft.DBforMySQL/flexibleServers@2023-12-30' existing = {
  name: 'mysql-clinic'
}

resource setting 'Microsoft.DBforMySQL/flexibleServers/configurations@2023-12-30' = {
  parent: mysql
  name: 'tls_version'
  properties: {
    value: 'TLSv1.2,TLSv1.1' // expect: fail
    source: 'user-override'
  }
}

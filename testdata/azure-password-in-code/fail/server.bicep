resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'sql-clinic'
  location: 'westeurope'
  properties: {
    version: '12.0'
    administratorLogin: 'clinicadmin'
    administratorLoginPassword: 'Kq83hfa02mzzpl' // expect: fail
  }
}

resource fax 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  name: 'kv-clinic/fax-password'
  properties: {
    value: 'Kq83hfa02mzzpl' // expect: fail
  }
}

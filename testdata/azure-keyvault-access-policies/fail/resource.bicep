resource it 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    tenantId: subscription().tenantId
  }
}

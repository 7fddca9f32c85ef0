resource it 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-clinic'
  location: 'westeurope'
  properties: {
    tenantId: subscription().tenantId
    enableRbacAuthorization: true
  }
}

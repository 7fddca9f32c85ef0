resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  name: 'kv-clinic/records'
  properties: {
    kty: 'RSA'
    keySize: 3072
    rotationPolicy: {
      lifetimeActions: [
        { action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P1Y' } }
      ]
    }
  }
}

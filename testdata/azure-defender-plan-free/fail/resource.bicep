targetScope = 'subscription'

resource it 'Microsoft.Security/pricings@2023-01-01' = {
  name: 'StorageAccounts'
  properties: {
    pricingTier: 'Free' // expect: fail
  }
}

resource it 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: 'cosmos-clinic'
  location: 'westeurope'
  properties: {
    databaseAccountOfferType: 'Standard'
    backupPolicy: { type: 'Periodic' } // expect: fail
  }
}

resource it 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: 'cosmos-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    databaseAccountOfferType: 'Standard'
  }
}

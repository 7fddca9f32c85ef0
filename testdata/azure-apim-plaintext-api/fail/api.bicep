resource api 'Microsoft.ApiManagement/service/apis@2022-08-01' = {
  name: 'apim-clinic/records'
  properties: {
    path: 'records'
    displayName: 'Records'
    protocols: ['http', 'https'] // expect: fail
  }
}

resource apim 'Microsoft.ApiManagement/service@2022-08-01' = {
  name: 'apim-clinic'
  location: 'westeurope'
  properties: {
    publisherName: 'Clinic'
    publisherEmail: 'it@clinic.example'
    customProperties: {
      'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10': 'False'
    }
  }
}

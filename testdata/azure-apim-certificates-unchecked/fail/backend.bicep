resource records 'Microsoft.ApiManagement/service/backends@2022-08-01' = {
  name: 'apim-clinic/records'
  properties: {
    protocol: 'http'
    url: 'https://records.clinic.example'
    tls: { validateCertificateChain: false, validateCertificateName: true } // expect: fail
  }
}

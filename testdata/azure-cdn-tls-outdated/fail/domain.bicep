resource domain 'Microsoft.Cdn/profiles/customDomains@2024-02-01' = {
  name: 'afd-clinic/portal'
  properties: {
    hostName: 'portal.clinic.example'
    tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS10' } // expect: fail
  }
}

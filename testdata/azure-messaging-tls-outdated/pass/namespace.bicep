resource bus 'Microsoft.ServiceBus/namespaces@2022-10-01-preview' = {
  name: 'sb-clinic'
  location: 'westeurope'
  properties: {
    minimumTlsVersion: '1.2'
  }
}

resource api 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'ca-clinic'
  location: 'westeurope'
  properties: {
    configuration: {
      ingress: { external: true, targetPort: 8080, allowInsecure: false }
    }
  }
}

resource it 'Microsoft.ContainerInstance/containerGroups@2023-05-01' = {
  name: 'ci-clinic'
  location: 'westeurope'
  properties: {
    ipAddress: { type: 'Private', ports: [{ port: 443 }] }
  }
}

resource it 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'acrclinic'
  location: 'westeurope'
  properties: {
    publicNetworkAccess: 'Disabled'
  }
}

from django.views.decorators.csrf import csrf_protect


@csrf_protect
def update_chart(request):
    pass

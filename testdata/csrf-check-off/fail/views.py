from django.views.decorators.csrf import csrf_exempt


@csrf_exempt  # expect: fail
def update_chart(request):
    pass
